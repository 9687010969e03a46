// The behaviour of a search field with suggestions: an ARIA combobox with list autocompletion, manual selection. It draws
// nothing (components/combobox.ts does), so that the search page and the widgets for other sites share it.

import type { Suggestion } from './api-types';
import {
  groupSuggestions,
  Suggester,
  type SuggestionGroup,
  type SuggestionSource,
} from './suggestions';

/** What an element with a combobox gives it. */
export interface ComboboxHost {
  /** The field; there once the element is drawn. */
  readonly input: HTMLInputElement;
  readonly suggest: SuggestionSource;
  /** A suggestion was chosen; unless it is a deed, the field already holds its completion. */
  choose(suggestion: Suggestion): void;
  /** Draws the element anew, soon; then calls `drawn`. */
  requestUpdate(): void;
}

/** Its element calls `drawn` whenever it was drawn, and `close` when it leaves the page. */
export class Combobox {
  groups: readonly SuggestionGroup[] = [];
  /** The place of the suggestion that Enter would choose. */
  active?: number;
  isOpen = false;
  /** Whether nothing is written in the field. */
  isEmpty = true;

  private readonly suggester: Suggester;

  constructor(private readonly host: ComboboxHost) {
    this.suggester = new Suggester(
      (text, signal) => host.suggest(text, signal),
      (list) => this.show(list),
    );
  }

  drawn(): void {
    if (this.active === undefined) return;
    const list = this.host.input.parentElement;
    list?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  get count(): number {
    return this.groups.reduce((sum, group) => sum + group.entries.length, 0);
  }

  /** Writes into the field. */
  write(text: string): void {
    this.host.input.value = text;
    this.isEmpty = !text;
    this.host.requestUpdate();
  }

  close(): void {
    this.suggester.cancel();
    this.isOpen = false;
    this.setActive(undefined);
  }

  clear(): void {
    this.write('');
    this.show([]);
    this.close();
    this.host.input.focus();
  }

  choose(suggestion: Suggestion): void {
    this.close();
    if (suggestion.kind !== 'deed') this.write(suggestion.completion);
    this.host.choose(suggestion);
  }

  onInput(): void {
    this.isEmpty = !this.host.input.value;
    this.setActive(undefined);
    this.suggester.ask(this.host.input.value);
  }

  onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const chosen = this.groups
      .flatMap((group) => group.entries)
      .find((one) => one.place === this.active)?.suggestion;
    if (event.key === 'ArrowDown') this.onArrow(event, 1);
    else if (event.key === 'ArrowUp') this.onArrow(event, -1);
    else if (event.key === 'Escape') this.onEscape(event);
    else if (event.key === 'Enter' && this.isOpen && chosen) {
      event.preventDefault();
      this.choose(chosen);
    } else if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) {
      this.setActive(undefined);
    }
  }

  private show(list: readonly Suggestion[]): void {
    this.groups = groupSuggestions(list);
    this.isOpen = list.length > 0 && this.host.input.matches(':focus');
    this.setActive(undefined);
  }

  private setActive(place: number | undefined): void {
    this.active = place;
    this.host.requestUpdate();
  }

  private onArrow(event: KeyboardEvent, step: 1 | -1): void {
    event.preventDefault();
    if (event.altKey && step === -1) this.close();
    else if (this.isOpen && !event.altKey) this.move(step);
    else this.suggester.ask(this.host.input.value, 0);
  }

  private move(step: 1 | -1): void {
    // The field itself is one of the stops of the round.
    const stops = this.count + 1;
    const stop = ((this.active ?? -1) + step + 1 + stops) % stops;
    this.setActive(stop === 0 ? undefined : stop - 1);
  }

  private onEscape(event: KeyboardEvent): void {
    event.preventDefault();
    if (this.isOpen) this.close();
    else this.clear();
  }
}
