export const kinds = ['note', 'op-ed', 'press-release', 'newsletter'] as const;
export type Kind = (typeof kinds)[number];

export const formats = ['pdf', 'html', 'email', 'docx', 'txt'] as const;
export type Format = (typeof formats)[number];

export const statuses = ['draft', 'review', 'embargo', 'published'] as const;
export type Status = (typeof statuses)[number];
