import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api } from '../api';
import type { SimilarDeed } from '../api-types';
import { t } from '../texts';
import { themeNames, type Names } from '../vocabulary';
import './hit';
import { reasons } from './reasons';

const shown = 6;

/** Deeds similar to one, each with its reasons. The plain list that the server has put here stays until they are there. */
@customElement('kt-similar')
export class SimilarElement extends LitElement {
  @property() deed = '';
  @state() private hits: readonly SimilarDeed[] = [];
  @state() private names: Names = new Map();

  private readonly request = new AbortController();

  protected override createRenderRoot(): HTMLElement {
    const root = document.createElement('div');
    this.append(root);
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.request.abort();
  }

  private async load(): Promise<void> {
    const [answer, names] = await Promise.all([
      api.similarToDeed(this.deed, { limit: String(shown) }, { signal: this.request.signal }),
      themeNames(),
    ]);
    if (!answer.ok) return;
    this.names = names;
    this.hits = answer.value.hits;
    for (const child of [...this.children]) if (child !== this.renderRoot) child.remove();
  }

  protected override render() {
    if (!this.hits.length) return nothing;
    return html`<h2>${t.similar.title}</h2>
      <ul class="hits plain">
        ${this.hits.map(
          (hit) =>
            html`<li>
              <kt-hit
                .deed=${hit}
                .themeNames=${this.names}
                .note=${reasons(hit, this.names)}
                .noted=${hit.shared.themes}
              ></kt-hit>
            </li>`,
        )}
      </ul>`;
  }
}
