import { MongoBinary } from 'mongodb-memory-server-core';

// Its own process, so that a download that says nothing can be ended.
const [version = '', downloadDir = ''] = process.argv.slice(2);
process.env.MONGOMS_MAX_RETRIES = '1';
console.log(await MongoBinary.getPath({ version, downloadDir }));
