import { html, type Html } from '../html';
import type { Reading } from '../page';

/** Why one is asked to sign in, or to do it again. */
export type SignInNotice = 'wrong' | 'tooMany' | 'expired' | 'refused' | 'unavailable' | 'left';

export interface SignInForm extends Pick<Reading, 't'> {
  readonly hasPassword: boolean;
  readonly hasOpenId: boolean;
  /** Path to go to afterwards. */
  readonly next: string;
  readonly notice?: SignInNotice | undefined;
}

/** Asks who wants to see the support page. */
export function renderSignIn(form: SignInForm): Html {
  const { t, notice, hasPassword, hasOpenId } = form;
  return html`<section class="sign-in">
    <h1>${t('support-page:signIn.title')}</h1>
    ${
      notice &&
      html`<p class="notice ${notice === 'left' ? 'good' : 'bad'}" role="alert">
        ${t(`support-page:signIn.notice.${notice}`)}
      </p>`
    }
    ${hasOpenId && renderOpenId(form)} ${hasPassword && renderPassword(form)}
  </section>`;
}

function renderOpenId({ t, next, hasPassword }: SignInForm): Html {
  const to = new URLSearchParams({ next }).toString();
  return html`<p>
      <a class="button" href="/support/sign-in/organisation?${to}"
        >${t('support-page:signIn.organisation')}</a
      >
    </p>
    ${hasPassword && html`<p class="or">${t('support-page:signIn.or')}</p>`}`;
}

function renderPassword({ t, next, notice }: SignInForm): Html {
  return html`<form method="post" action="/support/sign-in">
    <input type="hidden" name="next" value="${next}" />
    <label for="password">${t('support-page:signIn.password')}</label>
    <input
      id="password"
      name="password"
      type="password"
      autocomplete="current-password"
      required
      maxlength="200"
      ${notice === 'wrong' && html`aria-invalid="true"`}
      autofocus
    />
    <button>${t('support-page:signIn.submit')}</button>
  </form>`;
}
