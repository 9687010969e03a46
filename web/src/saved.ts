// The deeds a person has saved: ids alone, in this browser alone, in an order of their own. Where the browser keeps nothing, the
// list lives as long as the page.

const key = 'kiertoon.saved';
const most = 1000;
const idPattern = /^[A-Za-z0-9._-]{1,100}$/;

/** The ids among some values, each once, no more than can be saved. */
export function validIds(values: readonly unknown[]): string[] {
  const valid = values.filter((id): id is string => typeof id === 'string' && idPattern.test(id));
  return [...new Set(valid)].slice(0, most);
}

function parse(content: string): string[] {
  try {
    const values: unknown = JSON.parse(content);
    return Array.isArray(values) ? validIds(values) : [];
  } catch {
    return [];
  }
}

class SavedDeeds extends EventTarget {
  private copy?: readonly string[];
  private isBlocked = false;

  /** Whether the list outlives this page. */
  get isKept(): boolean {
    this.ids();
    return !this.isBlocked;
  }

  ids(): readonly string[] {
    this.copy ??= this.read();
    return this.copy;
  }

  has(id: string): boolean {
    return this.ids().includes(id);
  }

  /** Saves a deed or takes it out; answers whether it is saved now. */
  toggle(id: string): boolean {
    const others = this.newest().filter((one) => one !== id);
    const wasSaved = others.length < this.ids().length;
    this.replace(wasSaved ? others : [...others, id]);
    return !wasSaved;
  }

  /** Saves deeds that are not saved yet, after the others. */
  add(ids: readonly string[]): void {
    this.replace([...new Set([...this.newest(), ...ids])]);
  }

  remove(id: string): void {
    this.replace(this.newest().filter((one) => one !== id));
  }

  /** Puts a deed before the one at `place`, from wherever it is now, if anywhere. */
  put(id: string, place: number): void {
    const others = this.newest().filter((one) => one !== id);
    this.replace([...others.slice(0, place), id, ...others.slice(place)]);
  }

  /** Looks at the store anew: another page may have changed it. */
  refresh(): void {
    this.newest();
    this.dispatchEvent(new Event('change'));
  }

  private read(): string[] {
    try {
      return parse(localStorage.getItem(key) ?? '[]');
    } catch {
      this.isBlocked = true;
      return [];
    }
  }

  // Pages side by side each add to what the others have saved.
  private newest(): readonly string[] {
    if (!this.isBlocked) this.copy = undefined;
    return this.ids();
  }

  private replace(ids: readonly string[]): void {
    this.copy = ids.slice(-most);
    try {
      localStorage.setItem(key, JSON.stringify(this.copy));
    } catch {
      this.isBlocked = true;
    }
    this.dispatchEvent(new Event('change'));
  }
}

/** Tells listeners of `change`, whichever page changed it. */
export const saved = new SavedDeeds();

addEventListener('storage', (event) => {
  if (event.key === key || event.key === null) saved.refresh();
});
// A page that the browser shows again after going back has missed what happened meanwhile.
addEventListener('pageshow', (event) => {
  if (event.persisted) saved.refresh();
});
