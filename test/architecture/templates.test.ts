import { globSync, readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../api/http/i18n.ts';

const templates = globSync('templates/**/*.hbs');
const code = globSync('{api,bin,activities,workflows}/**/*.ts');
const namespaces = globSync('templates/locales/vi/*.json').map((file) =>
  file.replace(/.*\/(.*)\.json/, '$1'),
);

describe('locales', () => {
  it.each(namespaces)('have the same keys and the same data in every language: %s', (namespace) => {
    const [vi, ...others] = LOCALES.map((locale) => textsOf(locale, namespace));
    for (const other of others) {
      expect([...other.keys()].toSorted()).toEqual([...(vi?.keys() ?? [])].toSorted());
      for (const [key, text] of other) expect([key, dataOf(text)]).toEqual([key, dataOf(vi?.get(key) ?? '')]);
    }
  });

  it.each(namespaces)('leave no text empty: %s', (namespace) => {
    for (const locale of LOCALES)
      for (const text of textsOf(locale, namespace).values()) expect(text.trim()).not.toBe('');
  });

  it('have every key that a template or the code names', () => {
    const inTemplates = usesIn(templates, /\bt '([\w.:]+)'/g);
    const inCode = usesIn(code, /\bt\('([\w.:]+)'/g);
    const inSchemas = usesIn(globSync('api/**/*.schema.ts'), /error: '([\w]+:[\w.]+)'/g);
    const all = new Set(
      namespaces.flatMap((namespace) =>
        [...textsOf('vi', namespace).keys()].map((key) => `${namespace}:${key}`),
      ),
    );
    const missing = [...inTemplates, ...inCode, ...inSchemas].filter(({ key }) => {
      const full = key.includes(':') ? key : `common:${key}`;
      // A key with a count has a form for each number instead.
      return !all.has(full) && !all.has(`${full}_other`);
    });
    expect(missing).toEqual([]);
  });
});

describe('templates', () => {
  it.each(templates)('compile, and put in unescaped nothing but the body of a layout: %s', (file) => {
    const source = readFileSync(file, 'utf8');
    expect(() => Handlebars.precompile(source)).not.toThrow();
    const unescaped = source.match(/\{\{\{[^}]*\}\}\}|\{\{&[^}]*\}\}/g) ?? [];
    expect(unescaped).toEqual(file.includes('layouts/') ? ['{{{body}}}'] : []);
  });

  it.each(templates)('have nothing inline that the policy would refuse: %s', (file) => {
    expect(readFileSync(file, 'utf8')).not.toMatch(/<style|\sstyle="|\son\w+="|<script>/);
  });

  it.each(templates)('give every form that acts the keys: %s', (file) => {
    const source = readFileSync(file, 'utf8');
    const forms = source.match(/<form[^>]*method="post"[\s\S]*?<\/form>/g) ?? [];
    for (const form of forms) expect(form).toContain('{{> form-keys}}');
  });
});

function textsOf(locale: string, namespace: string): Map<string, string> {
  const flat = (value: unknown, path: string): [string, string][] => {
    if (typeof value === 'string') return [[path, value]];
    return Object.entries(value as object).flatMap(([key, inner]) =>
      flat(inner, path === '' ? key : `${path}.${key}`),
    );
  };
  const text = readFileSync(`templates/locales/${locale}/${namespace}.json`, 'utf8');
  return new Map(flat(JSON.parse(text), '').filter(([key]) => locale === 'vi' || !key.endsWith('_one')));
}

const dataOf = (text: string): string[] => (text.match(/\{\{\s*[\w.]+/g) ?? []).toSorted();

function usesIn(files: readonly string[], pattern: RegExp): { file: string; key: string }[] {
  return files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, key = '']) => ({ file, key })),
  );
}
