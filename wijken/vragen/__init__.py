"""Questions of residents: from asking to thrown away (L5, L6, V5).

``code`` is what the asker holds, ``team`` who gets a question, ``toegang`` who may see it,
``handelingen`` all that changes it, ``bericht`` the mails, ``bewaken`` what the clock does.
"""
