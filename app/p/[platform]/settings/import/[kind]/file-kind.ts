import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

export type Preview = inferRouterOutputs<AppRouter>['catalogue']['previewFile'];

export const EXAMPLES = {
  teams: `key,name,parent,contact,archived
commerce,Commerce,,#commerce,no
checkout,Checkout,commerce,checkout@example.org,no`,
  capabilities: `key,name,owner,provider,consumption,mandatory,weight,state
messaging,,commerce,Kafka,requested,no,1,offered
mobile-builds,Mobile builds,checkout,,interactive,no,0.5,offered`,
  targets: `capability,aspect,level
messaging,adoption,2
messaging,interfaces,default`,
};

export type Kind = keyof typeof EXAMPLES;

export const isKind = (text: string): text is Kind => Object.hasOwn(EXAMPLES, text);
