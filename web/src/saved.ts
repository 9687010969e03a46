// The deeds a person has saved: ids alone, in this browser alone, oldest first. Where the browser keeps nothing, the list lives
// as long as the page.

const key = 'kiertoon.saved';
const most = 1000;
const idPattern = /^[A-Za-z0-9._-]{1,100}$/;

let kept: string[] | undefined;

function read(): string[] {
  try {
    const content: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    const ids = Array.isArray(content) ? content : [];
    const valid = ids.filter((id): id is string => typeof id === 'string' && idPattern.test(id));
    return [...new Set(valid)].slice(0, most);
  } catch {
    return [];
  }
}

export const saved = new (class extends EventTarget {
  ids(): readonly string[] {
    kept ??= read();
    return kept;
  }

  has(id: string): boolean {
    return this.ids().includes(id);
  }

  /** Saves a deed or takes it out; answers whether it is saved now. */
  toggle(id: string): boolean {
    const others = this.ids().filter((one) => one !== id);
    const wasSaved = others.length < this.ids().length;
    this.replace(wasSaved ? others : [...others, id]);
    return !wasSaved;
  }

  /** Tells listeners of `change`, in this page; other pages hear it from the browser. */
  replace(ids: readonly string[]): void {
    kept = ids.slice(-most);
    try {
      localStorage.setItem(key, JSON.stringify(kept));
    } catch {
      // A private window or a full disk: the list of this page still holds.
    }
    this.dispatchEvent(new Event('change'));
  }

  forgetCopy(): void {
    kept = undefined;
    this.dispatchEvent(new Event('change'));
  }
})();

addEventListener('storage', (event) => {
  if (event.key === key || event.key === null) saved.forgetCopy();
});
