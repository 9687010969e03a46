import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { pageAddress } from '../language';
import { t } from '../texts';
import { PageElement } from './element';

@customElement('kt-footer')
export class FooterElement extends PageElement {
  protected override render() {
    return html`<footer class="site-footer">
      <div class="wide">
        <p>${t.site.about}</p>
        <ul>
          <li><a href=${pageAddress('/accessibility')}>${t.site.accessibility}</a></li>
          <li><a href=${pageAddress('/widget')}>${t.site.widget}</a></li>
          <li><a href="/openapi.json">${t.site.api}</a></li>
        </ul>
      </div>
    </footer>`;
  }
}
