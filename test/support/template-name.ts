/** The database with all migrations applied, which every test copies. */
export const TEMPLATE = 'beenthere_template';
