import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { KnownModel } from '../../electron/contract.ts';
import { keys, queryClient } from '../api/cache.ts';
import { call } from '../api/client.ts';
import { ConsentDialog } from './ConsentDialog.tsx';
import { sizeText } from './download-words.ts';

interface Getting {
  /** Begins the download, or asks for the consent that its licence wants. */
  begin: () => void;
  isPending: boolean;
  problem: string | null;
  dialog: ReactNode;
}

/** How a known model is got, or gone on with. */
export function useGetModel(model: KnownModel | undefined): Getting {
  const [isAsking, setAsking] = useState(false);
  const get = useMutation({
    mutationFn: (consent: boolean) => call('models.install', { model: model?.id ?? '', consent }),
    // The list says that the consent was given, so that it is not asked for again.
    onSuccess: (_, consent) =>
      consent ? queryClient.invalidateQueries({ queryKey: keys.models }) : undefined,
  });
  return {
    begin: () => {
      if (model?.isNonCommercial && model.consentedAt === null) setAsking(true);
      else get.mutate(false);
    },
    isPending: get.isPending,
    problem: get.error?.message ?? null,
    dialog: model && isAsking && (
      <ConsentDialog
        name={model.name}
        licence={model.licence}
        licenceUrl={model.licenceUrl}
        action={`Get it · ${sizeText(model)}`}
        onClose={() => setAsking(false)}
        onConsent={() => {
          setAsking(false);
          get.mutate(true);
        }}
      />
    ),
  };
}
