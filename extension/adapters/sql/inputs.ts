import { TYPES, type Request } from 'tedious';
import type { CheckedParameter } from '../../queries/checkedParameters';

/** Characters of an nvarchar that is not of any length. One length for all shorter texts: one plan on the server. */
const shortText = 4000;

/** tedious' number for `max`. */
const anyLength = 65_535;

/** Declares the parameters of a batch with their types: values never become text of the batch. */
export const addInputs = (request: Request, parameters: ReadonlyMap<string, CheckedParameter>): void => {
  for (const [name, { type, value }] of parameters)
    switch (type) {
      case 'text':
        request.addParameter(name, TYPES.NVarChar, value, {
          length: value.length <= shortText ? shortText : anyLength,
        });
        break;
      case 'int':
        request.addParameter(name, TYPES.Int, value);
        break;
      case 'bigint':
        request.addParameter(name, TYPES.BigInt, value);
        break;
      case 'time':
        // datetime, as the views have it: a datetime2 would compare with more digits than were stored.
        request.addParameter(name, TYPES.DateTime, new Date(value));
        break;
    }
};
