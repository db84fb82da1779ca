/**
 * The five ways an act may refuse. The gate (`app/_server/action.ts`) maps each once to words.
 * `code` is a stable key of the `errors` catalog, `values` fill its placeholders; neither may carry secrets.
 */
export type ErrorValues = Record<string, string | number>;

abstract class Refusal extends Error {
  /** Written out in each class: a build shortens the names of classes, and the gate tells refusals apart by this one. */
  abstract override readonly name: string;
  readonly code: string;
  readonly values: ErrorValues;
  constructor(code: string, values: ErrorValues = {}) {
    super(code);
    this.code = code;
    this.values = values;
  }
}

/** The thing does not exist, or the actor may not know that it does: both look the same. */
export class NotFound extends Refusal {
  override readonly name = "NotFound";
  constructor(what = "not_found", values?: ErrorValues) {
    super(what, values);
  }
}

/** The actor may see the thing but not do this to it. */
export class Forbidden extends Refusal {
  override readonly name = "Forbidden";
  constructor(code = "forbidden", values?: ErrorValues) {
    super(code, values);
  }
}

/** The thing is not (any more) in the state that this act needs. */
export class Conflict extends Refusal {
  override readonly name = "Conflict";
  constructor(code = "conflict", values?: ErrorValues) {
    super(code, values);
  }
}

export class LimitReached extends Refusal {
  override readonly name = "LimitReached";
  constructor(code = "limit_reached", values?: ErrorValues) {
    super(code, values);
  }
}

export type FieldProblem = { code: string; values?: ErrorValues };

/** Input that cannot be accepted. Keys are field paths as in the form ("ip.0.number"); "" is the whole form. */
export class Invalid extends Refusal {
  override readonly name = "Invalid";
  readonly fields: Record<string, FieldProblem>;
  constructor(fields: Record<string, FieldProblem>) {
    super("invalid");
    this.fields = fields;
  }
}

export type KnownError = NotFound | Forbidden | Conflict | Invalid | LimitReached;

export function isKnownError(error: unknown): error is KnownError {
  return error instanceof Refusal;
}
