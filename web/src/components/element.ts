// What the elements of pages have in common: they render into the page itself, so that one style sheet holds for all and
// labels can point anywhere.

import { LitElement } from 'lit';

/** Takes the place of what the page's HTML holds for browsers without scripts. */
export class PageElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    this.replaceChildren();
    return this;
  }
}
