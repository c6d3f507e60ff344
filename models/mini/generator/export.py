#!/usr/bin/env python3
"""Write a trained model in the layout that Transformers.js loads.

    python3 export.py BUILD WEIGHTS

reads `pieces.model` and `weights.npz` from BUILD and writes into WEIGHTS: `config.json`, `generation_config.json`,
`tokenizer.json`, `tokenizer_config.json`, `onnx/encoder_model_quantized.onnx`,
`onnx/decoder_model_merged_quantized.onnx`.
"""

import argparse
import json
import pathlib

import numpy as np
import onnx
import sentencepiece

from onnx_marian import LONGEST, Marian
from shape import Shape
from tokenizer import TOKENIZER_CONFIG, tokenizer_json


def main():
    parser = argparse.ArgumentParser(description="Write a trained mini model in the layout of Transformers.js.")
    parser.add_argument("build", type=pathlib.Path, help="folder that train.py wrote")
    parser.add_argument("weights", type=pathlib.Path, help="folder of the model")
    arguments = parser.parse_args()

    model_path = str(arguments.build / "pieces.model")
    processor = sentencepiece.SentencePieceProcessor(model_file=model_path)
    weights = dict(np.load(arguments.build / "weights.npz"))
    shape = Shape(vocabulary=weights["embedding"].shape[0], width=weights["embedding"].shape[1])

    folder = arguments.weights / "onnx"
    folder.mkdir(parents=True, exist_ok=True)
    marian = Marian(shape, weights)
    onnx.save(marian.encoder(), str(folder / "encoder_model_quantized.onnx"))
    onnx.save(marian.merged_decoder(), str(folder / "decoder_model_merged_quantized.onnx"))
    for name, content in {
        "config.json": config(shape),
        "generation_config.json": generation_config(shape),
        "tokenizer.json": tokenizer_json(processor, model_path),
        "tokenizer_config.json": TOKENIZER_CONFIG,
    }.items():
        (arguments.weights / name).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def generation_config(shape):
    """How to decode: what starts, ends and pads a sentence, and what may never be produced."""
    return {
        "_from_model_config": True,
        "bad_words_ids": [[shape.pad]],
        "bos_token_id": shape.end,
        "decoder_start_token_id": shape.pad,
        "eos_token_id": shape.end,
        "forced_eos_token_id": shape.end,
        "max_length": LONGEST,
        "num_beams": 1,
        "pad_token_id": shape.pad,
    }


def config(shape):
    """The network's description under the names that Transformers uses for Marian."""
    decoding = {key: value for key, value in generation_config(shape).items() if not key.startswith("_")}
    return {
        "architectures": ["MarianMTModel"],
        "model_type": "marian",
        "activation_function": "swish",
        "is_encoder_decoder": True,
        "d_model": shape.width,
        "encoder_layers": shape.encoder_layers,
        "decoder_layers": shape.decoder_layers,
        "num_hidden_layers": shape.encoder_layers,
        "encoder_attention_heads": shape.heads,
        "decoder_attention_heads": shape.heads,
        "encoder_ffn_dim": shape.feed_forward,
        "decoder_ffn_dim": shape.feed_forward,
        "vocab_size": shape.vocabulary,
        "decoder_vocab_size": shape.vocabulary,
        "max_position_embeddings": LONGEST,
        "scale_embedding": True,
        "static_position_embeddings": True,
        "share_encoder_decoder_embeddings": True,
        "normalize_before": False,
        "normalize_embedding": False,
        "add_final_layer_norm": False,
        "use_cache": True,
        **decoding,
    }


if __name__ == "__main__":
    main()
