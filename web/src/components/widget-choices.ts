import { html, nothing, type TemplateResult } from 'lit';
import type { Vocabulary, VocabularyEntry } from '../api-types';
import { contrast, textContrast } from '../colours';
import { formatNumber, language, languageNames, languages } from '../language';
import { t } from '../texts';
import { colourNames, schemes, sources, widgetKinds, type WidgetOptions } from '../widget-options';
import { shownColours, takesColours } from '../widget-tag';
import { webAddress } from '../widget/settings';
import { options as optionList, type Choices } from './options';
import './picker';

const limits = [3, 5, 10, 20];

/** Takes a change of the options. */
export type Change = (changes: Partial<WidgetOptions>) => void;

type Values<T extends string> = readonly T[];
type Names<T extends string> = Record<T, string>;

function choicesOf<T extends string>(values: Values<T>, names: Names<T>): Choices {
  return values.map((value) => [value, names[value]]);
}

function select(
  label: string,
  choices: Choices,
  chosen: string,
  change: (value: string) => void,
): TemplateResult {
  const onChange = (event: Event) => change((event.target as HTMLSelectElement).value);
  return html`<label
    >${label}
    <select @change=${onChange}>
      ${optionList(choices, chosen)}
    </select></label
  >`;
}

function field(label: string, value: string, change: (value: string) => void, hint = '') {
  const onChange = (event: Event) => change((event.target as HTMLInputElement).value.trim());
  return html`<label class="whole"
    >${label}
    <input class="field" type="text" spellcheck="false" .value=${value} @change=${onChange} />
    ${hint ? html`<small>${hint}</small>` : nothing}</label
  >`;
}

/** The names of a vocabulary that have deeds. */
function names(entries: readonly VocabularyEntry[] | undefined): Choices {
  return (entries ?? [])
    .filter((one) => one.count > 0)
    .map((one) => [one.slug, one.names[language]] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, language));
}

function compared(options: WidgetOptions, change: Change) {
  if (options.kind !== 'similar') return nothing;
  return html`${select(
    t.widget.source,
    choicesOf(sources, t.widget.sources),
    options.source,
    (source) => change({ source: source as WidgetOptions['source'] }),
  )}
  ${
    options.source === 'deed'
      ? field(t.widget.deed, options.deed, (deed) => change({ deed }))
      : field(
          t.widget.selector,
          options.selector,
          (selector) => change({ selector }),
          t.widget.selectorHint,
        )
  }`;
}

function colours(options: WidgetOptions, change: Change) {
  if (!takesColours(options)) return nothing;
  const shown = shownColours(options);
  const hasOwn = !Object.keys(options.colours).length;
  return html`<div class="colours whole">
      ${colourNames.map(
        (name) =>
          html`<label
            >${t.widget.colours[name]}
            <input
              type="color"
              .value=${shown[name]}
              @change=${(event: Event) => {
                const { value } = event.target as HTMLInputElement;
                change({ colours: { ...options.colours, [name]: value } });
              }}
          /></label>`,
      )}
      ${
        hasOwn
          ? nothing
          : html`<button type="button" class="quiet" @click=${() => change({ colours: {} })}>
              ${t.widget.ownColours}
            </button>`
      }
    </div>
    ${(['accent', 'text'] as const).map((name) => {
      const ratio = contrast(shown[name], shown.background);
      if (ratio >= textContrast) return nothing;
      // Rounded down: 4.49 is not enough.
      const written = formatNumber(Math.floor(ratio * 10) / 10);
      return html`<p class="notice whole" role="status">
        ${t.widget.weakContrast(t.widget.colours[name], written)}
      </p>`;
    })}`;
}

/** The options as a form; each change is taken at once. */
export function widgetChoices(
  options: WidgetOptions,
  vocabulary: Vocabulary | undefined,
  change: Change,
): TemplateResult {
  const lists = { theme: vocabulary?.themes, organisation: vocabulary?.organisations };
  return html`${select(
    t.widget.kind,
    choicesOf(widgetKinds, t.widget.kinds),
    options.kind,
    (kind) => change({ kind: kind as WidgetOptions['kind'] }),
  )}
  ${select(t.widget.language, choicesOf(languages, languageNames), options.language, (code) =>
    change({ language: code as WidgetOptions['language'] }),
  )}
  ${compared(options, change)}
  ${(['theme', 'organisation'] as const).map(
    (name) =>
      html`<kt-picker
        class="whole"
        label=${t.widget[name]}
        .choices=${names(lists[name])}
        .chosen=${options[name]}
        @kt-picked=${(event: CustomEvent<string[]>) => change({ [name]: event.detail })}
      ></kt-picker>`,
  )}
  ${select(
    t.widget.limit,
    [...new Set([...limits, options.limit])]
      .sort((a, b) => a - b)
      .map((n) => [String(n), String(n)] as const),
    String(options.limit),
    (limit) => change({ limit: Number(limit) }),
  )}
  ${select(t.widget.openIn, choicesOf(['self', 'new'], t.widget.openIns), options.openIn, (value) =>
    change({ openIn: value as WidgetOptions['openIn'] }),
  )}
  ${select(
    t.widget.linkTo,
    choicesOf(['deed', 'original'], t.widget.linkTos),
    options.linkTo,
    (value) => change({ linkTo: value as WidgetOptions['linkTo'] }),
  )}
  ${select(t.widget.scheme, choicesOf(schemes, t.widget.schemes), options.scheme, (scheme) =>
    change({ scheme: scheme as WidgetOptions['scheme'], colours: {} }),
  )}
  ${colours(options, change)}
  ${field(
    t.widget.endpoint,
    options.endpoint,
    (text) =>
      change({
        endpoint:
          webAddress(text)
            ?.replace(/[?#].*$/, '')
            .replace(/\/+$/, '') ?? '',
      }),
    t.widget.endpointHint,
  )}`;
}
