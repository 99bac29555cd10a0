/** The maps to begin with, in the order they are offered. Their names are in addresses. */
export const templateNames = [
  'coffee-shop',
  'saas',
  'b2b-purchase',
  'video-service',
  'contact-center',
  'career',
  'blank',
] as const;
export type TemplateName = (typeof templateNames)[number];
