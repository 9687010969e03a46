// Two ways to use a page: with a keyboard alone, and with a mouse or a finger.

import assert from 'node:assert/strict';

const mostTabs = 300;

// Where an element is, seen from what has the focus.
function seenFromFocus(element) {
  if (!element.isConnected) return 'gone';
  const root = element.getRootNode();
  if (root.activeElement === element) return 'here';
  const isWithin = root instanceof ShadowRoot && root.activeElement;
  const from = isWithin ? root.activeElement : document.activeElement;
  const to = root instanceof ShadowRoot && !isWithin ? root.host : element;
  if (!from || from === document.body) return 'ahead';
  const isBehind = from.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_PRECEDING;
  return isBehind ? 'behind' : 'ahead';
}

/** Presses Tab, or Shift and Tab, until the focus is there, as somebody without a mouse would. */
export async function tabTo(page, locator) {
  await locator.waitFor();
  // Looked for once: to find an element by its name takes longer than to press a key.
  let element = await locator.elementHandle();
  for (let n = 0; n < mostTabs; ++n) {
    const place = await element.evaluate(seenFromFocus);
    if (place === 'here') return;
    if (place === 'gone') element = await locator.elementHandle();
    else await page.keyboard.press(place === 'behind' ? 'Shift+Tab' : 'Tab');
  }
  assert.fail(`Tab does not lead to ${locator}`);
}

function keyboard(page) {
  return {
    name: 'keyboard',
    async press(locator) {
      await tabTo(page, locator);
      const isBox = await locator.evaluate((element) => element.type === 'checkbox');
      await page.keyboard.press(isBox ? 'Space' : 'Enter');
    },
    async write(locator, text) {
      await tabTo(page, locator);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.press('Delete');
      await page.keyboard.type(text);
    },
    /** From a closed list of choices, which the arrows go through. */
    async choose(locator, label) {
      await tabTo(page, locator);
      const steps = await locator.evaluate((list, wanted) => {
        const place = [...list.options].findIndex((one) => one.label.trim() === wanted);
        return place - list.selectedIndex;
      }, label);
      const key = steps < 0 ? 'ArrowUp' : 'ArrowDown';
      for (let n = 0; n < Math.abs(steps); ++n) await page.keyboard.press(key);
    },
    async pick(combobox, option) {
      await option.waitFor();
      const isActive = async () => (await option.getAttribute('aria-selected')) === 'true';
      for (let n = 0; n < 12 && !(await isActive()); ++n) await combobox.press('ArrowDown');
      const active = await combobox.getAttribute('aria-activedescendant');
      assert.equal(active, await option.getAttribute('id'));
      await page.keyboard.press('Enter');
    },
    submit: () => page.keyboard.press('Enter'),
  };
}

function pointer(page, isTouch) {
  const press = (locator) => (isTouch ? locator.tap() : locator.click());
  return {
    name: isTouch ? 'finger' : 'mouse',
    press,
    async write(locator, text) {
      await press(locator);
      await locator.fill('');
      await locator.pressSequentially(text);
    },
    choose: (locator, label) => locator.selectOption({ label }),
    pick: (_, option) => press(option),
    submit: (button) => press(button),
  };
}

/** `press` a button, link or box, `write` into a field, `choose` from a list, `pick` a suggestion, `submit` by a form's button. */
export function handOf(page, kind, isTouch) {
  return kind === 'keyboard' ? keyboard(page) : pointer(page, isTouch);
}
