/** One part (CTE) of the statement that writes a change. */
export type Step = {
  /** Steps of one name have the same SQL, whatever they write. */
  readonly name: string;
  readonly values: readonly unknown[];
  /** Its SQL, given where each value stands in the statement, such as "$3". Each row it reached says whether it `fits`. */
  readonly sql: (...places: readonly string[]) => string;
  /** How many rows it has to reach; if it does not, nothing is written. */
  readonly rows?: number;
};
