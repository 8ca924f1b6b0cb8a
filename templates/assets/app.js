// Every page works without this file; it adds the machine's theme and the keyboard.
const page = document.documentElement;
const dark = matchMedia('(prefers-color-scheme: dark)');

const followMachine = () => {
  if (!('themeChosen' in page.dataset)) page.dataset.bsTheme = dark.matches ? 'dark' : 'light';
};
followMachine();
dark.addEventListener('change', followMachine);

document.addEventListener('DOMContentLoaded', () => document.getElementById('errors')?.focus());

document.addEventListener('DOMContentLoaded', () => {
  for (const all of document.querySelectorAll('[data-select-all]')) {
    all.hidden = false;
    all.addEventListener('change', () => {
      for (const one of all.closest('table').querySelectorAll('tbody input[type=checkbox]'))
        one.checked = all.checked;
    });
  }
});

const closeMenus = (except) => {
  for (const menu of document.querySelectorAll('details.menu[open]')) if (menu !== except) menu.open = false;
};
document.addEventListener('click', ({ target }) => closeMenus(target.closest('details.menu')));

const move = (step) => {
  const rows = [...document.querySelectorAll('[data-row]')];
  const at = rows.indexOf(document.activeElement?.closest('[data-row]'));
  const to = at < 0 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1);
  rows[to]?.focus();
};

const current = (selector) => document.activeElement?.closest('[data-row]')?.querySelector(selector);

const keys = {
  j: () => move(1),
  k: () => move(-1),
  x: () => current('input[type=checkbox]')?.click(),
  '?': () => document.getElementById('keyboard-help').showModal(),
  Escape: () => closeMenus(),
  Enter: () => document.activeElement?.matches('[data-row]') && current('a')?.click(),
};
document.addEventListener('keydown', (event) => {
  // A box is ticked by the space bar; Enter would send the form around it.
  if (event.key === 'Enter' && event.target.matches('input[type=checkbox]')) event.preventDefault();
  const typing = event.target.matches('input:not([type=checkbox]), textarea, select');
  if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey) keys[event.key]?.();
});
