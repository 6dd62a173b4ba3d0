/**
 * Generates the database client in core/store/generated if it is missing or made from another schema. To be awaited
 * before anything that imports the client is imported.
 * @returns whether it had to be generated
 */
export function ensureClient(): Promise<boolean>;
