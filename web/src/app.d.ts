import '@sveltejs/adapter-node';
import type { ErrorWords } from '#lib/frame/ownFault.ts';
import type { Component } from 'svelte';
import type { KeptForm } from '#lib/keptForm.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Look } from '#lib/look.ts';
import type { Demo, Me, SessionLimits } from '#lib/server/visitor.ts';

declare module 'node:http' {
  interface IncomingMessage {
    /** The API in process, set by the server that holds both: pages never go over the network for it. */
    api?: (request: Request) => Promise<Response>;
  }
}

declare global {
  namespace App {
    interface Error {
      status: number;
      message: string;
      /** The refusal's code from the catalogue, where the API refused. */
      code?: string;
      /** What the page says of it; without, the fault is the browser's own. */
      words?: ErrorWords;
      /** Seconds to wait before trying again. */
      retryAfter?: number;
    }
    interface Locals {
      language: Language;
      look: Look;
      /** `null` for someone who is not signed in. */
      me: Me | null;
      session: SessionLimits | null;
      demo: Demo | null;
      /** The instant that periods, deadlines and figures are seen from (the demo's, in a demo). */
      now: string;
      /** What was typed in a form that could not be saved, to show again when its own page cannot be made. */
      kept: KeptForm | null;
      /** A form was refused because somebody else had written in the same field. */
      conflicted: boolean;
    }
    interface PageData {
      /** What shows it. */
      KeptPage?: Component<{ kept: KeptForm }> | null;
      language: Language;
      look: Look;
      me: Me | null;
      session: SessionLimits | null;
      demo: Demo | null;
      now: string;
      kept: KeptForm | null;
    }
  }
}
