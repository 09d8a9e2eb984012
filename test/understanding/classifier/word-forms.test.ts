import { loadContent } from '../../../src/content/load-content';
import { modelFile } from '../../../src/model-file-path';
import type { IntentClassifier } from '../../../src/understanding/classifier/intent-classifier';
import { obtainClassifier } from '../../../src/understanding/classifier/obtain-classifier';
import { trainingSetFromContent } from '../../../src/understanding/classifier/training-set-from-content';
import { root } from '../words';

/** One word of the domain in a question: all its forms, compounds and spellings ask the same thing. */
type Row = readonly [intent: string, frame: string, forms: string];

const tables: Readonly<Record<string, readonly Row[]>> = {
  sv: [
    [
      'keys.required',
      'Måste man ha % för att installera Windows Server?',
      'produktnyckel, en produktnyckel, produktnyckeln, produktnycklar, produktnycklarna, produkt nyckel, produktnykel, en nyckel, nycklar, licensnyckel, aktiveringsnyckel',
    ],
    [
      'keys.more',
      'Våra % är slut på MAK-nyckeln, går det att få fler?',
      'aktiveringar, installationer, aktiverings, installations',
    ],
    [
      'keys.more',
      'Kan vi få fler aktiveringar när % är förbrukad?',
      'nyckeln, nykeln, MAK-nyckeln, makkeyn, produktnyckeln, volymnyckeln, aktiveringsnyckeln',
    ],
    [
      'visual-studio.sharing',
      'Får vi dela på % i teamet?',
      'Visual Studio-prenumerationen, Visual Studio-prenumerationer, visualstudio prenumeration, Visual Studio-prenumerationerna, en visual studio licens, Visual Studio-licensen, Visual Studio inloggningen, Visual Studio-kontot',
    ],
    [
      'visual-studio.enterprise',
      'Ingår Visual Studio Enterprise i %?',
      'Action Pack, vårt Action Pack, action packet, actionpack, MAP, actionpacket',
    ],
    ['renewal.action-pack', 'När kan man % Action Pack?', 'förnya, fornya, förlänga, forlanga'],
    [
      'renewal.action-pack',
      'Hur går % av Action Pack till?',
      'förnyelsen, förnyelse, förnyandet, förlängningen, fornyelsen, förlängning',
    ],
    [
      'renewal.competency',
      'Vilka krav måste vi uppfylla för att förnya %?',
      'kompetensen, en kompetens, kompetenser, kompetenserna, guldkompetensen, silverkompetensen, våra kompetenser, guld kompetensen, kompetansen',
    ],
    [
      'renewal.competency',
      'Vilka % gäller för att förnya en guldkompetens?',
      'krav, prestationskrav, prov, certifieringar, kraven, avgifter',
    ],
    [
      'renewal.benefits-in-window',
      'Behåller vi % under förnyelsefönstret?',
      'förmånerna, våra förmåner, förmåner, alla förmåner, partnerförmånerna, medlemsförmånerna, formanerna',
    ],
    [
      'renewal.benefits-in-window',
      'Har vi kvar förmånerna under %?',
      'förnyelsefönstret, förnyelse fönstret, fönstret, förnyelseperioden, fornyelsefonstret, de 30 dagarna',
    ],
    [
      'renewal.not-renewing',
      'Får vi använda % lokalt om vi inte förnyar medlemskapet?',
      'programvaran, programmen, licenserna, Windows Server, programvarorna, mjukvaran',
    ],
    [
      'renewal.covid-extension',
      'Gäller % på grund av covid för vår kompetens?',
      'förlängningen, förlängning, undantaget, coronaförlängningen, pandemiförlängningen',
    ],
    [
      'membership.action-pack-vs-learning',
      'Vad är % mellan Action Pack och Learning Action Pack?',
      'skillnaden, skillnaderna, skillnad, skilnaden',
    ],
    [
      'licenses.merger',
      'Vad händer med % när två bolag slås ihop?',
      'licensen, licenserna, produktlicenserna, licenser, produkt licenserna, lisenserna, förmånerna, kompetensen',
    ],
    [
      'licenses.merger',
      'Vad händer med licenserna vid %?',
      'en fusion, fusionen, en sammanslagning, sammanslagningen, ett uppköp, uppköpet, ett förvärv, bolagsfusionen',
    ],
    [
      'licenses.usage',
      'Vad får % användas till?',
      'produktlicenserna, licenserna, partnerlicenserna, våra produktlicenser, produkt licenserna',
    ],
    [
      'licenses.limitations',
      'Vilka % har produktlicenserna jämfört med kommersiella licenser?',
      'begränsningar, begränsningarna, inskränkningar, restriktioner, begransningar',
    ],
    [
      'licenses.add-more',
      'Hur skaffar vi fler % än de som ingår i Partnercenter?',
      'licenser, produktlicenser, Office-licenser, officelicenser, lisenser',
    ],
    [
      'licenses.count',
      'Var i Partnercenter ser man %?',
      'sina licenser, produktlicenserna, licenserna, våra licenser, licenslistan',
    ],
    [
      'licenses.offers',
      'Vilka % ingår för partner?',
      'produktlicenser, licenser, partnerlicenser, produkt licenser, lisenser',
    ],
    [
      'licenses.support',
      'Var får jag hjälp med % i Partnercenter?',
      'produktlicenser, våra licenser, licenserna, produktlicenserna, en licens, licensfrågor',
    ],
    [
      'tokens.split',
      'Går det att dela upp % på flera prenumerationer?',
      'token, tokenen, en token, våra tokens, tokens',
    ],
    [
      'tokens.split',
      'Kan man % en token på flera prenumerationer?',
      'dela, dela upp, stycka, fördela, splitta',
    ],
    [
      'tokens.replacement',
      'Kan vi få % om vi aktiverade på fel tenant?',
      'en ersättningstoken, ersättning, en ny token, tokenen ersatt, en ersättnings token, tokenen utbytt',
    ],
    [
      'tokens.replacement',
      'Tokenen aktiverades på fel %, kan den bytas ut?',
      'tenant, klientorganisation, klient organisation, tenanten, klientorganisationen',
    ],
    ['account.token', 'När aktiverades vår %?', 'token, Office 365-token, o365 token, tokken'],
    [
      'account.keys',
      'Hur många % har vi kvar på vår nyckel?',
      'aktiveringar, installationer, aktiverings, aktivringar',
    ],
    [
      'account.visual-studio',
      'Hur många Visual Studio-% har vi lediga?',
      'platser, prenumerationer, licenser, plattser',
    ],
    [
      'account.licenses',
      'Hur många % har vi?',
      'Windows-licenser, Office-licenser, officelicenser, licenser av Windows Server, Office licenser',
    ],
    ['account.renewal', 'När går vårt % ut?', 'medlemskap, partnermedlemskap, medlemsskap'],
    [
      'support.human',
      'Jag vill öppna ett %',
      'supportärende, ärende, support ärende, ärende hos supporten',
    ],
  ],
  en: [
    [
      'keys.required',
      'Do I need % to install Windows Server?',
      'a product key, product keys, a productkey, a porduct key, the product key, a key, an activation key, a licence key, a license key',
    ],
    [
      'keys.required',
      'Does Windows Server need %?',
      'activation, activating, to be activated, an activation',
    ],
    [
      'keys.more',
      'Can we get more activations when % is used up?',
      'the key, our MAK, the MAK key, the product key, the volume key, the multiple activation key',
    ],
    [
      'visual-studio.sharing',
      'May we share % in the team?',
      'a Visual Studio subscription, Visual Studio subscriptions, a visualstudio subscripton, the Visual Studio login, a Visual Studio licence, a Visual Studio account, Visual Studio credentials',
    ],
    [
      'visual-studio.enterprise',
      'Does % include Visual Studio Enterprise?',
      'the Action Pack, an Action Pack, our action pack, MAP, the MAP, actionpack',
    ],
    ['renewal.action-pack', 'When can we % the Action Pack?', 'renew, extend, prolong, re-new'],
    [
      'renewal.action-pack',
      'How does % of the Action Pack work?',
      'renewal, the renewal, renewing, the renewing',
    ],
    [
      'renewal.competency',
      'What do we need to renew %?',
      'a competency, the competency, our competencies, competencies, a gold competency, silver competencies, our competancy, a competence',
    ],
    [
      'renewal.competency',
      'Which % must we meet to renew a gold competency?',
      'requirements, requirement, performance requirements, conditions, criteria',
    ],
    [
      'renewal.benefits-in-window',
      'Do we keep % during the renewal window?',
      'the benefits, our benefits, benefits, every benefit, all benefits, partner benefits, our benifits',
    ],
    [
      'renewal.benefits-in-window',
      'Do we keep our benefits during %?',
      'the renewal window, renewal windows, the window, the renewal period, the 30 days, the grace period',
    ],
    [
      'renewal.not-renewing',
      "May we go on using % on our servers if we don't renew?",
      'the software, our licences, on-premises licences, the on-premises software, Windows Server, the licenses',
    ],
    [
      'renewal.covid-extension',
      'Does the COVID % apply to our competency?',
      'extension, extensions, exception, relief',
    ],
    [
      'membership.action-pack-vs-learning',
      'What % between the Action Pack and the Learning Action Pack?',
      'is the difference, are the differences, differs, diffrence is there',
    ],
    [
      'licenses.merger',
      'What happens to % when two companies merge?',
      'the licence, licences, our licences, product licences, the licenses, lisences, benefits',
    ],
    [
      'licenses.merger',
      'What happens to our licences %?',
      'after a merger, when we merge, in a merger, once the companies have merged, after merging, after an acquisition, when we are acquired',
    ],
    [
      'licenses.usage',
      'What may % be used for?',
      'product licences, the product licence, our product licenses, the licences, partner licences',
    ],
    [
      'licenses.limitations',
      'What % do product licences have compared with commercial ones?',
      'limitations, limits, restrictions, limitation, restriction',
    ],
    [
      'licenses.add-more',
      'How do we get more % than those in Partner Center?',
      'licences, licenses, product licences, Office licences, lisences',
    ],
    [
      'licenses.count',
      'Where in Partner Center can we see %?',
      'our licences, the licences, product licences, our product licenses, all our licences',
    ],
    [
      'licenses.offers',
      'Which % do partners get?',
      'product licences, product licenses, licences, internal use licences',
    ],
    [
      'licenses.support',
      'Where do I get help with % in Partner Center?',
      'product licences, our licences, a product licence, licences, the licenses',
    ],
    [
      'tokens.split',
      'Can % be split over several subscriptions?',
      'a token, tokens, the token, one toekn, our tokens',
    ],
    [
      'tokens.split',
      'Can one token be % several subscriptions?',
      'split over, divided over, divided between, shared between, split across, shared out over',
    ],
    [
      'tokens.replacement',
      'Can we have % after activating on the wrong tenant?',
      'a replacement token, the token replaced, a replacement, a new token, replacement tokens',
    ],
    [
      'tokens.replacement',
      'The token was % on the wrong tenant. Can it be replaced?',
      'activated, redeemed, used, actvated',
    ],
    ['account.token', 'When was our % activated?', 'token, Office 365 token, O365 token'],
    [
      'account.keys',
      'How many % are left on our key?',
      'activations, installations, installs, activatons',
    ],
    [
      'account.visual-studio',
      'How many of our Visual Studio % are free?',
      'seats, subscriptions, licences, licenses',
    ],
    [
      'account.licenses',
      'How many % do we have?',
      'Windows licences, Office licenses, Windows Server licences, office lisences',
    ],
    [
      'account.renewal',
      'When does our % run out?',
      'membership, partner membership, memebership, partner network membership',
    ],
    [
      'support.human',
      'I want to open %',
      'a support ticket, a ticket, tickets, a suport ticket, a support case',
    ],
  ],
};

describe('forms and spellings of a word', () => {
  let classifier: IntentClassifier;

  beforeAll(() => {
    classifier = obtainClassifier(trainingSetFromContent(root, loadContent(root)), modelFile(root));
  }, 90_000);

  const cases = Object.entries(tables).flatMap(([language, rows]) =>
    rows.flatMap(([intent, frame, forms]) =>
      forms.split(', ').map((form) => [frame.replace('%', form), language, intent] as const),
    ),
  );

  it.each(cases)('%s', (text, language, intent) => {
    expect(classifier.classify(text, language)[0]?.intent).toBe(intent);
  });
});
