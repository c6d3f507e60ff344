"""The tokenizer: a SentencePiece unigram model over all six languages, and its form in `tokenizer.json`."""

import base64

import sentencepiece

from grammar import sample
from shape import Shape


def train_tokenizer(rng, path_prefix):
    """Train the pieces on sentences of the grammar; writes `path_prefix`.model and returns the processor.

    Whole sentences of a grammar over-split badly (the pruning step drops whole words as redundant), so the training
    text is the list of distinct words, three times, with a few sentences for the frequent ones.
    """
    sentences = [text for s, e, _ in sample(rng, 20000, held_out=False) for text in (s, e)]
    words = sorted({word for text in sentences for word in text.split(" ") if not word.strip(".,").isdigit()})
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(words * 3 + sentences[:3000]),
        model_prefix=path_prefix,
        model_type="unigram",
        vocab_size=1600,
        hard_vocab_limit=False,
        character_coverage=1.0,
        split_digits=True,
        bos_id=-1,
        eos_id=Shape.end,
        unk_id=Shape.unknown,
        minloglevel=2,
    )
    return sentencepiece.SentencePieceProcessor(model_file=f"{path_prefix}.model")


def tokenizer_json(processor, model_path):
    """The fast-tokenizer description: pieces in Marian's order (end, unknown, pieces, padding) and their scores."""
    pieces = [(processor.id_to_piece(i), processor.get_score(i)) for i in range(2, processor.get_piece_size())]
    lowest = min(score for _, score in pieces)
    vocabulary = [["</s>", 0.0], ["<unk>", lowest - 10], *([piece, score] for piece, score in pieces), ["<pad>", 0.0]]
    metaspace = {"type": "Metaspace", "replacement": "\u2581", "add_prefix_space": True}
    text_a, text_b = ({"Sequence": {"id": name, "type_id": 0}} for name in "AB")
    end = {"SpecialToken": {"id": "</s>", "type_id": 0}}
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [
            _special(0, "</s>"),
            _special(1, "<unk>"),
            _special(len(vocabulary) - 1, "<pad>"),
        ],
        "normalizer": {"type": "Precompiled", "precompiled_charsmap": _normalisation_table(model_path)},
        "pre_tokenizer": {"type": "Sequence", "pretokenizers": [{"type": "WhitespaceSplit"}, metaspace]},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [text_a, end],
            "pair": [text_a, text_b, end],
            "special_tokens": {"</s>": {"id": "</s>", "ids": [0], "tokens": ["</s>"]}},
        },
        "decoder": metaspace,
        "model": {"type": "Unigram", "unk_id": Shape.unknown, "vocab": vocabulary},
    }


TOKENIZER_CONFIG = {
    "model_max_length": 512,
    "eos_token": "</s>",
    "unk_token": "<unk>",
    "pad_token": "<pad>",
    "separate_vocabs": False,
    "clean_up_tokenization_spaces": True,
    "tokenizer_class": "MarianTokenizer",
    "source_lang": None,
    "target_lang": None,
    "sp_model_kwargs": {},
}


def _special(index, content):
    return {
        "id": index,
        "content": content,
        "single_word": False,
        "lstrip": False,
        "rstrip": False,
        "normalized": False,
        "special": True,
    }


def _normalisation_table(model_path):
    """SentencePiece's compiled NFKC table, base64: field 2 of field 3 (`normalizer_spec`) of the model file."""
    with open(model_path, "rb") as file:
        spec = _protobuf_field(file.read(), 3)
    return base64.b64encode(_protobuf_field(spec, 2)).decode()


def _protobuf_field(data, wanted):
    """The bytes of the first length-delimited field `wanted` of a protobuf message."""
    at = 0

    def varint():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    while at < len(data):
        tag = varint()
        field, wire = tag >> 3, tag & 7
        if wire == 2:
            size = varint()
            if field == wanted:
                return data[at : at + size]
            at += size
        elif wire == 0:
            varint()
        else:
            at += 4 if wire == 5 else 8
    raise ValueError(f"field {wanted} is missing")
