import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { pageAddress } from '../language';
import { t } from '../texts';
import { PageElement } from './element';

function cameFrom(): URL | undefined {
  if (!document.referrer) return undefined;
  const url = new URL(document.referrer);
  return url.origin === location.origin && url.pathname !== location.pathname ? url : undefined;
}

function labelFor({ pathname }: URL): string {
  if (pathname === '/') return t.deed.backToResults;
  if (pathname === '/describe') return t.deed.backToDescription;
  if (pathname === '/saved') return t.deed.backToSaved;
  return pathname.startsWith('/deeds/') ? t.deed.backToDeed : t.deed.back;
}

/** Leads back to the page of this site that one came from, as it was left; else to the search. */
@customElement('kt-back')
export class BackElement extends PageElement {
  private readonly from = cameFrom();

  private onClick(event: MouseEvent): void {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    // A page opened beside the other has nothing to go back to; one with a #place would go to itself.
    if (!isPlain || history.length < 2 || location.hash) return;
    event.preventDefault();
    history.back();
  }

  protected override render() {
    return this.from
      ? html`<a href=${this.from.href} @click=${this.onClick}>${labelFor(this.from)}</a>`
      : html`<a href=${pageAddress('/')}>${t.deed.search}</a>`;
  }
}
