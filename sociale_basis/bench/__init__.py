"""Measuring: does the portal stay within its budgets at 5,000 and 100,000 provisions?"""
