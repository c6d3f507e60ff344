import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { databaseError } from '../data/store/errors.ts';
import { InputError } from '../models/errors.ts';
import { contract, type Answer, type Dispatch, type Method } from './contract.ts';
import { alignment } from './workbench/align.ts';
import { app } from './workbench/app.ts';
import { engine } from './workbench/engine.ts';
import { bitextExport } from './workbench/export.ts';
import type { Workbench } from './workbench/handlers.ts';
import { language } from './workbench/language.ts';
import { library } from './workbench/library.ts';
import { models } from './workbench/models.ts';
import { review } from './workbench/review.ts';
import { translate } from './workbench/translate.ts';

const areas = {
  app,
  library,
  language,
  review,
  align: alignment,
  translate,
  models,
  engine,
  export: bitextExport,
};

/**
 * The border of the application: checks what comes in, calls the use case, and turns what was thrown into an answer.
 * It never throws and never lets a stack out.
 */
export function createDispatch(workbench: Workbench): Dispatch {
  const dispatch = async (method: Method, input: unknown): Promise<Answer<unknown>> => {
    if (!Object.hasOwn(contract, method)) {
      return {
        ok: false,
        error: { code: 'method.unknown', message: `There is no method "${method}".` },
      };
    }
    const parsed = contract[method].input.safeParse(input);
    if (!parsed.success)
      return { ok: false, error: { code: 'input.invalid', message: explain(method, parsed.error) } };
    try {
      return { ok: true, data: await handler(method)(workbench, parsed.data) };
    } catch (thrown) {
      const error = databaseError(thrown, workbench.folders.database);
      if (error instanceof InputError)
        return { ok: false, error: { code: error.code, message: error.message } };
      const id = randomUUID().slice(0, 8);
      workbench.log(`${id} ${method}`, error);
      const message = `Something went wrong that should not (${id}). Nothing was changed; the log ${workbench.folders.log} has the details.`;
      return { ok: false, error: { code: 'internal', message } };
    }
  };
  // `handlers()` has checked each handler against the contract; what cannot be said to the compiler is only
  // that the handler found by a method's name is that method's.
  return dispatch as Dispatch;
}

type Handler = (workbench: Workbench, input: unknown) => unknown;

function handler(method: Method): Handler {
  const [area, name] = method.split('.') as [keyof typeof areas, string];
  return (areas[area] as Record<string, Handler>)[name] as Handler;
}

const explain = (method: string, error: z.ZodError) =>
  `${method} was called wrongly: ${error.issues.map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`).join('; ')}`;
