// Steps of the history. With arrow keys one goes through a list of choices value by value, each of which changes the address:
// that is one step back, not ten.

const quickMs = 1500;

let before: { list: EventTarget; href: string; time: number } | undefined;

/** Makes `address` the page's own, as a new step; in the place of the step before when `list` has just made that one. */
export function step(address: string, list?: EventTarget | null): void {
  const time = Date.now();
  const isSame = list && before?.list === list && before.href === location.href;
  if (isSame && before && time - before.time < quickMs) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  before = list ? { list, href: location.href, time } : undefined;
}
