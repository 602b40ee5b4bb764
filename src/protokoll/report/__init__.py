"""Records as one self-contained HTML page: templates and charts."""

from protokoll.report.agreement_page import render_agreement
from protokoll.report.comparison_page import render_comparison
from protokoll.report.positions_page import render_positions

__all__ = ["render_agreement", "render_comparison", "render_positions"]
