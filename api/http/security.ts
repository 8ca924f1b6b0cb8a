import compression from 'compression';
import type { Handler } from 'express';
import helmet from 'helmet';

/** Headers that keep everything foreign out of a page. */
export const securityHeaders: Handler = helmet({
  // Within the product a form's page may be known, so that a switch of theme comes back to it.
  referrerPolicy: { policy: 'same-origin' },
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      // A PDF in place is an object or a frame of our own.
      objectSrc: ["'self'"],
      frameSrc: ["'self'"],
      frameAncestors: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
    },
  },
});

/** Pages of one person stay out of every cache. */
export const notKept: Handler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

/** Smaller answers; an event stream would wait in the compressor's buffer. */
export const compressed: Handler = compression({
  filter: (request, response) => {
    const type = response.getHeader('Content-Type');
    return !String(type).includes('event-stream') && compression.filter(request, response);
  },
});
