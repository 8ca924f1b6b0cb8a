import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Handler, Request, Response } from 'express';
import { createInstance, type i18n } from 'i18next';
import Backend from 'i18next-fs-backend';
import { LanguageDetector } from 'i18next-http-middleware';
import { instantText } from './instants.ts';

export const LOCALES = ['vi', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

const folder = fileURLToPath(new URL('../../templates/locales', import.meta.url));

/** What the detector does, which its own types do not say. */
interface Detector {
  detect(request: Request, response: Response): string;
  cacheUserLanguage(request: Request, response: Response, language: string): void;
}

/** Gives each request its language (`?lang=`, then the cookie, then Vietnamese) and its `t`. */
export async function translate(): Promise<Handler> {
  const i18n = await translations();
  const detector = i18n.services.languageDetector as Detector;
  const texts = { vi: i18n.getFixedT('vi'), en: i18n.getFixedT('en') };
  // The package's own handler makes a whole instance for each request, which costs more than the page's texts.
  return (request, response, next) => {
    const locale = localeOf(detector.detect(request, response));
    detector.cacheUserLanguage(request, response, locale);
    response.set('Content-Language', locale);
    request.language = locale;
    request.t = texts[locale];
    next();
  };
}

/** All texts of the product. */
export async function translations(): Promise<i18n> {
  const i18n = createInstance();
  await i18n
    .use(Backend)
    .use(LanguageDetector)
    .init({
      supportedLngs: [...LOCALES],
      preload: [...LOCALES],
      fallbackLng: 'vi',
      // A file in locales/vi is a namespace: a feature adds its own without telling anybody.
      ns: readdirSync(`${folder}/vi`).map((file) => file.replace('.json', '')),
      defaultNS: 'common',
      backend: { loadPath: `${folder}/{{lng}}/{{ns}}.json` },
      interpolation: { escapeValue: false },
      detection: {
        order: ['querystring', 'cookie'],
        lookupQuerystring: 'lang',
        lookupCookie: 'lang',
        caches: ['cookie'],
        cookieSameSite: 'lax',
      },
    });
  // {{due, instant}} in a sentence of the locales.
  i18n.services.formatter?.add('instant', (at: number) => instantText(at));
  return i18n;
}

/** The language in which a request is answered. */
export function localeOf(language: string): Locale {
  return language === 'en' ? 'en' : 'vi';
}
