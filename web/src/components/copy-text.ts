import { html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { copyText } from '../clipboard';
import { t } from '../texts';
import { PageElement } from './element';

/** A text that is shown, to be copied: by a button, or where the browser does not let a page do that, by hand. */
@customElement('kt-copy-text')
export class CopyTextElement extends PageElement {
  @property() text = '';
  @property() label = '';
  @state() private message = '';
  @query('textarea') private readonly field!: HTMLTextAreaElement;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('text')) this.message = '';
  }

  private async copy(): Promise<void> {
    // Said anew each time: a status that does not change is not announced.
    this.message = '';
    await this.updateComplete;
    if (await copyText(this.text)) {
      this.message = t.widget.copied;
    } else {
      this.field.focus();
      this.field.select();
      this.message = t.widget.copyByHand;
    }
  }

  protected override render() {
    const lines = this.text.trimEnd().split('\n').length;
    return html`<textarea
        class="field tag-text"
        readonly
        spellcheck="false"
        wrap="soft"
        rows=${lines + 2}
        aria-label=${this.label}
        .value=${this.text}
      ></textarea>
      <p class="tag-copy">
        <button type="button" class="button" @click=${this.copy}>${t.widget.copy}</button>
        <span role="status" .textContent=${this.message}></span>
      </p>`;
  }
}
