import { html, type TemplateResult } from 'lit';

/** Values of a choice, each with its name for people. */
export type Choices = readonly (readonly [value: string, label: string])[];

export function options(choices: Choices, chosen: string): TemplateResult[] {
  return choices.map(
    ([value, label]) =>
      html`<option value=${value} .selected=${value === chosen}>${label}</option>`,
  );
}

export function optionGroup(label: string, choices: Choices, chosen: string): TemplateResult {
  return html`<optgroup label=${label}>${options(choices, chosen)}</optgroup>`;
}
