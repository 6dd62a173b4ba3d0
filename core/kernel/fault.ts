/**
 * What may be logged of a fault. Our own errors name ids and codes only, so their message is kept; those of others (a
 * parser, the database) may quote what a person wrote, so only their kind is.
 */
export function loggable(fault: unknown): string {
  if (!(fault instanceof Error)) return 'fault';
  if (fault.constructor === Error) return fault.message;
  const code = 'code' in fault && typeof fault.code === 'string' ? ` ${fault.code}` : '';
  return `${fault.name}${code}`;
}
