import type { TicketPacket, TranscriptLine } from '../../core/ticket';
import { html, type Html } from '../html';
import { botText } from '../parts/bot-text';
import { likely } from '../parts/likely';
import type { ShownTicket } from './render-ticket';

/** What came with a ticket: the conversation, what it may have been about, the company's account. */
export function renderPacket(shown: ShownTicket): Html {
  const { transcript, account } = shown.ticket.packet;
  const candidates = likely(shown.ticket.packet.candidates);
  return html`${transcript.length > 0 && renderTranscript(transcript, shown)}
  ${candidates.length > 0 && renderCandidates(candidates, shown)}
  ${account && renderAccount(account, shown)}`;
}

function renderTranscript(
  transcript: readonly TranscriptLine[],
  { ticket, request: { t }, formats }: ShownTicket,
): Html {
  const lines = transcript.map(
    ({ from, text, at }) =>
      html`<li class="${from}">
        <p class="hint">
          ${t(`support-page:tickets.from.${from}`)}
          <time datetime="${at}">${formats.instant(at)}</time>
        </p>
        <p class="said" lang="${ticket.language}">${from === 'bot' ? botText(text) : text}</p>
      </li>`,
  );
  return html`<section class="card">
    <h2>${t('support-page:tickets.transcript')}</h2>
    <ol class="transcript">
      ${lines}
    </ol>
  </section>`;
}

function renderCandidates(
  candidates: TicketPacket['candidates'],
  { request: { t }, names, formats }: ShownTicket,
): Html {
  const lines = candidates.map(
    ({ intent, score }) =>
      html`<li>
        <a href="/support/content/${intent}">${names.entry(intent)}</a>
        <meter min="0" max="1" value="${score}" aria-hidden="true"></meter>
        <span>${formats.share(score)}</span>
      </li>`,
  );
  return html`<section class="card">
    <h2>${t('support-page:tickets.candidates')}</h2>
    <ol class="candidates">
      ${lines}
    </ol>
  </section>`;
}

function renderAccount(
  { company, lines, asOf }: NonNullable<TicketPacket['account']>,
  { ticket, request: { t }, formats }: ShownTicket,
): Html {
  return html`<section class="card">
    <h2>${t('support-page:tickets.account', { company })}</h2>
    <ul class="lines" lang="${ticket.language}">
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
    <p class="hint">${t('support-page:tickets.asOf', { at: formats.instant(asOf) })}</p>
  </section>`;
}
