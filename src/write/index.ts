import type { Format } from '../core/document.ts';
import type { Writer } from '../core/writer.ts';

/** Every writer, loaded when its format is asked for. */
export const writers = {
  pdf: async () => (await import('./pdf/pdf-writer.ts')).pdfWriter,
  html: async () => (await import('./html/html-writer.ts')).htmlWriter,
  email: async () => (await import('./email/email-writer.ts')).emailWriter,
  docx: async () => (await import('./docx/docx-writer.ts')).docxWriter,
  txt: async () => (await import('./txt/txt-writer.ts')).txtWriter,
} satisfies Record<Format, () => Promise<Writer>>;
