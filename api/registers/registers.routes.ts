import { type Route, route } from '../http/define-route.ts';
import { deliver } from './arrivals.handlers.ts';
import { arrival } from './arrivals.schema.ts';
import { showIncoming } from './incoming.handlers.ts';
import { enterPaper, showPaperForm } from './paper.handlers.ts';
import { paperForm, paperPage } from './paper.schema.ts';
import { printRegister } from './print.handlers.ts';
import { enteredData, incomingData } from './registers.data.ts';
import { registersPaths as paths } from './registers.paths.ts';
import { incomingFilter, unfiltered } from './registers.schema.ts';

/** A filter that can't be read comes back as it was typed, over the list without it. */
const again = route(
  'get',
  paths.incoming,
  { schema: unfiltered, permission: 'dispatch.act', audit: 'none' },
  showIncoming,
);
const paper = route(
  'get',
  paths.paper,
  { schema: paperPage, permission: 'clerk', audit: 'none' },
  showPaperForm,
);

export const registersRoutes: readonly Route[] = [
  route(
    'get',
    paths.incoming,
    { schema: incomingFilter, permission: 'dispatch.act', audit: 'none', answer: incomingData, form: again },
    showIncoming,
  ),
  route(
    'get',
    paths.print,
    { schema: incomingFilter, permission: 'dispatch.act', audit: 'none' },
    printRegister,
  ),
  paper,
  route(
    'post',
    paths.paper,
    { schema: paperForm, permission: 'clerk', audit: 'PAPER_ENTERED', answer: enteredData, form: paper },
    enterPaper,
  ),
  route(
    'post',
    paths.arrivals,
    { schema: arrival, permission: 'arrivals.deliver', audit: 'ARRIVAL_DELIVERED', answer: enteredData },
    deliver,
  ),
];
