import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { language, languageNames, languages, pageAddress } from '../language';
import { saved } from '../saved';
import { t } from '../texts';
import { PageElement } from './element';

type PageName = 'search' | 'describe' | 'saved' | 'briefing' | 'statistics';

const pages: [PageName, string][] = [
  ['search', '/'],
  ['describe', '/describe'],
  ['saved', '/saved'],
  ['briefing', '/briefing'],
  ['statistics', '/statistics'],
];

/** Name, navigation and choice of language of every page; `current` is the page shown. */
@customElement('kt-header')
export class HeaderElement extends PageElement {
  @property() current = '';
  @state() private isOpen = false;

  private readonly refresh = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    saved.addEventListener('change', this.refresh);
    addEventListener('kt-navigated', this.refresh);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    saved.removeEventListener('change', this.refresh);
    removeEventListener('kt-navigated', this.refresh);
  }

  protected override render() {
    return html`<header class="site-header">
      <a class="skip" href="#main">${t.site.skip}</a>
      <div class="site-bar wide">
        <a class="brand" href=${pageAddress('/')}>kiertoon</a>
        <button
          type="button"
          class="site-menu quiet"
          aria-expanded=${this.isOpen ? 'true' : 'false'}
          aria-controls="site-nav"
          @click=${() => (this.isOpen = !this.isOpen)}
        >
          ${t.site.menu}
        </button>
        <nav
          id="site-nav"
          class=${this.isOpen ? 'site-nav' : 'site-nav is-closed'}
          aria-label=${t.site.navigation}
        >
          <ul>
            ${pages.map(([name, path]) => this.link(name, path))}
          </ul>
        </nav>
        <nav class="site-languages" aria-label=${t.site.languages}>
          <ul>
            ${languages.map(
              (code) =>
                html`<li>
                  <a
                    href=${pageAddress(location.pathname, new URLSearchParams(location.search), code)}
                    lang=${code}
                    hreflang=${code}
                    aria-label=${`${code.toUpperCase()} – ${languageNames[code]}`}
                    aria-current=${code === language ? 'true' : nothing}
                    >${code.toUpperCase()}</a
                  >
                </li>`,
            )}
          </ul>
        </nav>
      </div>
    </header>`;
  }

  private link(name: PageName, path: string) {
    const count = name === 'saved' ? saved.ids().length : 0;
    const current = name === this.current ? 'page' : nothing;
    return html`<li>
      <a href=${pageAddress(path)} aria-current=${current}
        >${t.site.pages[name]}${count ? html` <span class="badge">${count}</span>` : nothing}</a
      >
    </li>`;
  }
}
