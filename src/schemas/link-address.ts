import { z } from 'zod';

/** Only what a browser opens as a page, a mail or a call: `javascript:` would run in the site's own origin. */
export const linkAddress = z
  .string()
  .regex(
    /^(?:https?:\/\/|mailto:|tel:|sms:|\/(?![/\\]))\S*$/i,
    'an address that begins with https://, http://, mailto:, tel: or sms:, or a path of this site that begins with /',
  );
