// What of a browser the modules under test touch: an address in Swedish, a document, a store.

const kept = new Map<string, string>();
const globals = {
  location: new URL('https://kiertoon.example/?lang=sv'),
  document: { documentElement: { lang: 'fi' } },
  localStorage: {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  },
  addEventListener: () => undefined,
};
for (const [name, value] of Object.entries(globals)) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

export {};
