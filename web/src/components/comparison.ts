import { html, nothing, type TemplateResult } from 'lit';
import type { Deed, Section } from '../api-types';
import { deedAddress, formatDate } from '../language';
import { common } from '../saved-state';
import { t } from '../texts';
import type { Names } from '../vocabulary';

const kinds: readonly Section['kind'][] = [
  'background',
  'goal',
  'implementation',
  'results',
  'lessons',
  'other',
];

type Cell = TemplateResult | string;

function paragraphs(text: string): Cell {
  const parts = text.split(/\n{2,}/).filter((part) => part.trim());
  return parts.length ? html`${parts.map((part) => html`<p>${part}</p>`)}` : '';
}

function section(deed: Deed, kind: Section['kind']): Cell {
  const texts = deed.sections.filter((one) => one.kind === kind).map((one) => one.text);
  return paragraphs(texts.join('\n\n'));
}

function awards(deed: Deed): string {
  return deed.awards.map((one) => `${t.hit.awards[one.kind]} ${one.year}`).join(', ');
}

// Themes that others of the deeds have too stand out.
function themes(deed: Deed, deeds: readonly Deed[], names: Names): Cell {
  const isShared = (slug: string) => deeds.some((one) => one !== deed && one.themes.includes(slug));
  return html`${deed.themes.map((slug, place) => {
    const name = names.get(slug) ?? slug;
    return html`${place ? ', ' : ''}${isShared(slug) ? html`<mark>${name}</mark>` : name}`;
  })}`;
}

// A row says nothing when no deed has anything to say.
function row(
  label: string,
  deeds: readonly Deed[],
  cell: (deed: Deed) => Cell,
  none = t.saved.nothing,
) {
  const cells = deeds.map(cell);
  if (cells.every((one) => one === '')) return nothing;
  return html`<tr role="row">
    <th role="rowheader" scope="row">${label}</th>
    ${deeds.map(
      (deed, place) =>
        html`<td role="cell" data-deed=${deed.title} lang=${deed.language}>
          ${cells[place] || html`<span class="soft">${none}</span>`}
        </td>`,
    )}
  </tr>`;
}

function sharedThemes(deeds: readonly Deed[], names: Names) {
  const slugs = common(deeds.map((deed) => deed.themes));
  if (!slugs.length) return html`<p class="soft">${t.saved.noSharedThemes}</p>`;
  return html`<p>
    ${t.saved.sharedThemes}:
    <strong>${slugs.map((slug) => names.get(slug) ?? slug).join(', ')}</strong>
  </p>`;
}

/** Deeds side by side; one below the other on a narrow screen, where roles keep it a table. */
export function comparison(deeds: readonly Deed[], names: Names): TemplateResult {
  const { saved } = t;
  return html`${sharedThemes(deeds, names)}
    <table class="comparison" role="table" aria-labelledby="comparison-title">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col"><span class="soft">${saved.deed}</span></th>
          ${deeds.map(
            (deed) =>
              html`<th role="columnheader" scope="col" lang=${deed.language}>
                <a href=${deedAddress(deed.id)}>${deed.title}</a>
              </th>`,
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${row(saved.organisations, deeds, (deed) => deed.organisations.map((one) => one.name).join(', '))}
        ${row(saved.published, deeds, (deed) => (deed.published ? formatDate(deed.published) : ''))}
        ${row(saved.themes, deeds, (deed) => (deed.themes.length ? themes(deed, deeds, names) : ''))}
        ${row(saved.awards, deeds, awards, '–')}
        ${row(saved.summary, deeds, (deed) => paragraphs(deed.summary))}
        ${kinds.map((kind) => row(saved.sections[kind], deeds, (deed) => section(deed, kind)))}
      </tbody>
    </table>`;
}
