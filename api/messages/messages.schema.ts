import { z } from 'zod';

export const messagesPage = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });

export const openMessage = z.object({ message: z.string().max(500), item: z.coerce.number().int().min(0) });
