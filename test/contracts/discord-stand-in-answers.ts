/** What bots say to interactions. */

export const words = (content: string, flags = 0) => ({ type: 4, data: { content, flags } });
export const EPHEMERAL = 64;

export const input = (more: object = {}) => ({ type: 4, custom_id: 'why', style: 1, ...more });
export const label = (component: object = input(), more: object = {}) => ({
  type: 18,
  label: 'Why',
  component,
  ...more,
});
export const modal = (components: object[], more: object = {}) => ({
  type: 9,
  data: { custom_id: 'form', title: 'Tell us', components, ...more },
});
