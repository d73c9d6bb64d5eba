/**
 * Apache Parquet tables, writing only: one row group, plain encoding, no compression. For tables of thousands of rows, not of millions.
 * Source: Apache Parquet format 2.10 (parquet.thrift, Encodings.md) and the Thrift compact protocol.
 */
@NullMarked
package org.geoanomaly.gam.formats.parquet;

import org.jspecify.annotations.NullMarked;
