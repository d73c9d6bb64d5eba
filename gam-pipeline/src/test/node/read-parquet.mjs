// Reads a Parquet file with hyparquet and prints its rows and its metadata as one line of JSON.
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'

const file = await asyncBufferFromFile(process.argv[2])
const metadata = await parquetMetadataAsync(file)
const rows = metadata.num_rows > 0n ? await parquetReadObjects({ file, metadata }) : []
const plain = (key, value) => (typeof value === 'bigint' ? Number(value) : value)
console.log(JSON.stringify({ count: metadata.num_rows, rows, texts: metadata.key_value_metadata }, plain))
