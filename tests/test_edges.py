"""Edges grouped by one end."""

from hypothesis import given
from hypothesis import strategies as st

from generator.edges import group


def test_keys_are_sorted_and_edges_keep_their_order():
    assert list(group(["b2", "a1", "b1"], by=lambda edge: edge[0]).items()) == [("a", ("a1",)), ("b", ("b2", "b1"))]


@given(st.lists(st.text(min_size=1)))
def test_grouping_loses_no_edge(edges: list[str]):
    grouped = group(edges, by=lambda edge: edge[0])
    assert sorted(edge for found in grouped.values() for edge in found) == sorted(edges)
    assert all(edge[0] == key for key, found in grouped.items() for edge in found)
