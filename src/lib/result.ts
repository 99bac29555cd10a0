/**
 * The answer of a function that may have none for reasons a reader should hear about.
 * `reason` is a stable key; each has one sentence per language in the interface strings (`reason.<key>`).
 * `field` names the input the reason is about (`churn`; of a list, `survivors.3`, counted from 0), if it is about one.
 */
export type Result<Value, Reason extends string> = Success<Value> | Failure<Reason>;

export interface Success<Value> {
  readonly ok: true;
  readonly value: Value;
}

export interface Failure<Reason extends string> {
  readonly ok: false;
  readonly reason: Reason;
  readonly field: string | undefined;
}

export function success<Value>(value: Value): Success<Value> {
  return { ok: true, value };
}

export function failure<Reason extends string>(reason: Reason, field?: string): Failure<Reason> {
  return { ok: false, reason, field };
}
